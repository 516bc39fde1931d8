package org.concordat.server.foundation.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Puts the frame into the model of every page. */
final class FrameInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(FrameInterceptor.class);
    private static final String ATTRIBUTE = "frame";

    private final ObjectProvider<FrameSource> source;
    private final ObjectProvider<PracticeSource> practice;
    private final PageAssets assets;

    FrameInterceptor(ObjectProvider<FrameSource> source, ObjectProvider<PracticeSource> practice, PageAssets assets) {
        this.source = source;
        this.practice = practice;
        this.assets = assets;
    }

    /**
     * What stands in the band of practice; for templates.
     *
     * @param lessons address of the list of lessons
     */
    record Practising(String lessons, PracticeSource.@Nullable NextStep next) {}

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
        PracticeSource known = practice.getIfAvailable();
        if (known != null) {
            page.addObject("practising", new Practising(known.lessons(), next(known)));
        }
    }

    /** The band must come out also on a page of trouble, when nothing can be known. */
    private static PracticeSource.@Nullable NextStep next(PracticeSource known) {
        try {
            return known.nextStep().orElse(null);
        } catch (RuntimeException noStep) {
            LOG.atWarn()
                    .setMessage("No step of a lesson for a page: {}")
                    .addArgument(noStep.getClass().getName())
                    .log();
            return null;
        }
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
