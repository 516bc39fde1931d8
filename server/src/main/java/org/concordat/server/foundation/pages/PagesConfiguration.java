package org.concordat.server.foundation.pages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the frame's parts together. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    PageAssets pageAssets() {
        return new PageAssets();
    }

    @Bean
    FrameInterceptor frameInterceptor(
            ObjectProvider<FrameSource> source, ObjectProvider<PracticeSource> practice, PageAssets assets) {
        return new FrameInterceptor(source, practice, assets);
    }

    @Bean
    References references() {
        return new References();
    }

    @Bean
    WebMvcConfigurer framesEveryPage(FrameInterceptor frames) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(frames);
            }
        };
    }
}
