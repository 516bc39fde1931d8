package org.concordat.server.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the frame into the model of every page. */
final class FrameInterceptor implements HandlerInterceptor {

    private static final String ATTRIBUTE = "frame";

    private final ObjectProvider<FrameSource> source;
    private final PageAssets assets;

    FrameInterceptor(ObjectProvider<FrameSource> source, PageAssets assets) {
        this.source = source;
        this.assets = assets;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && isTemplate(page) && !page.getModel().containsKey(ATTRIBUTE)) {
            put(page, frame(request));
        }
    }

    /** Puts this frame, and the addresses of styles and scripts, into the model of a page. */
    void put(ModelAndView page, Frame frame) {
        page.addObject(ATTRIBUTE, frame);
        page.addObject("assets", assets);
    }

    Frame frame(HttpServletRequest request) {
        FrameSource known = source.getIfAvailable();
        return known == null ? Frame.anonymous() : known.frame(request);
    }

    private static boolean isTemplate(ModelAndView page) {
        String name = page.getViewName();
        return name != null && !name.startsWith("redirect:") && !name.startsWith("forward:");
    }
}
