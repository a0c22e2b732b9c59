/**
 * Bluesky, spoken as the AT Protocol over plain HTTP.
 *
 * <p>Two promises hold it together. A post's record key is minted before the first attempt, and the server that holds
 * the account's repository refuses a second record under it, so looking is always enough to settle a doubt. And a
 * session is only given up when the server itself refuses the app password: a server that is slow, down or confused
 * changes nothing about the account.
 */
@NullMarked
package org.hearten.channels.bluesky;

import org.jspecify.annotations.NullMarked;
