package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Tells what everyone signed in must see above every page until it is over, such as a pause of all sending. */
public interface BannerSource {
    List<Frame.Banner> banners(HttpServletRequest request, Words words);
}
