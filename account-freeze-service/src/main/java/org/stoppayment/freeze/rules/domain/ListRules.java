package org.stoppayment.freeze.rules.domain;

import java.time.Duration;

/**
 * Who is listed: likely victims (劝阻名单) and known mules (断卡).
 *
 * @param dissuasionWindow who paid a stopped account within this time before the stop is likely a victim
 * @param dissuasionClaim for how long an officer has an entry that they claimed
 * @param muleStops an account that had so many stops of ours is a known mule
 * @param muleCases so is one that so many cases' money reached
 */
public record ListRules(Duration dissuasionWindow, Duration dissuasionClaim, int muleStops, int muleCases) {}
