package org.hearten.posts;

import java.util.List;

/**
 * One square of a month.
 *
 * @param first as many as a square shows, by the hour
 * @param all how many the day holds
 */
public record PostsOfADay(List<Listed> first, int all) {
    public static final PostsOfADay NONE = new PostsOfADay(List.of(), 0);

    public int rest() {
        return all - first.size();
    }
}
