package org.concordat.server.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Knows what to put around a page for whoever asked for it. Where none is there, everybody is a stranger. */
public interface FrameSource {
    /** Called once for each page that is shown, never for a redirect or the API. */
    Frame frame(HttpServletRequest request);
}
