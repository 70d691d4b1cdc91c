package org.stoppayment.freeze.rules.domain;

import java.time.Duration;

/**
 * Who is listed: likely victims (劝阻名单) and known mules (断卡).
 *
 * @param dissuasionWindow a payer into a stopped account within this time before the stop is a likely victim
 * @param dissuasionClaim how long an officer has an entry that they claimed
 * @param muleStops number of stops of ours from which an account is a known mule
 * @param muleCases number of cases from which an account that their money reached is a known mule
 */
public record ListRules(Duration dissuasionWindow, Duration dissuasionClaim, int muleStops, int muleCases) {}
