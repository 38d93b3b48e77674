/**
 * What do customers say? The answers of a survey ({@link
 * io.github.retention4j.feedback.SurveyAnswers}) make a {@link
 * io.github.retention4j.feedback.NetPromoterScore}, a {@link
 * io.github.retention4j.feedback.SatisfactionScore}, a {@link
 * io.github.retention4j.feedback.CustomerEffortScore} or a {@link
 * io.github.retention4j.feedback.RelationshipScore}, each with its interval; {@link
 * io.github.retention4j.feedback.ScoreTrendCalculator} finds the clients, persons and projects
 * whose scores fall, and {@link io.github.retention4j.feedback.ChurnByScoreCalculator} links what
 * was said with who left. {@link io.github.retention4j.feedback.ResponseRate}, {@link
 * io.github.retention4j.feedback.IncidentRate}, {@link
 * io.github.retention4j.feedback.RefundedAmount} and {@link
 * io.github.retention4j.feedback.ContactRecency} say how many answered, how many complained or had
 * their money back, and who has not been spoken to for long.
 *
 * <p>Definitions: of answers from 0 to 10, promoters gave 9 or 10, passives 7 or 8, detractors 0 to
 * 6; NPS = 100 (promoters - detractors) / answers, from -100 to 100. CSAT is the share of the top
 * k, such as 4 and 5 of 5. CES is ease, with the easy end named. A response rate is answers /
 * invitations.
 *
 * <p>Worked number: 15 promoters, 10 passives and 25 detractors have a Net Promoter Score of 100 *
 * (15 - 25) / 50 = -20, at 95 % by adjusted Wald between -42.1 and 4.4: it may well be 0.
 *
 * <p>Trap: to cheer a move of some points. With 50 answers the score is known to within some 23
 * points either way; a change of 10 from wave to wave is noise. {@link
 * io.github.retention4j.feedback.NetPromoterDifference} says so. Nor may scores from 1 to 10, or
 * the mean of scores, be called a Net Promoter Score.
 *
 * <p>Source: <a href="https://hbr.org/2003/12/the-one-number-you-need-to-grow">Reichheld (2003),
 * The one number you need to grow</a>; <a
 * href="https://doi.org/10.1080/00031305.2016.1158124">Rocks (2016)</a> for the intervals.
 */
@NullMarked
package io.github.retention4j.feedback;

import org.jspecify.annotations.NullMarked;
