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
 * <p>Worked number: 15 promoters, 10 passives and 25 detractors have a Net Promoter Score of 100 *
 * (15 - 25) / 50 = -20, at 95 % by adjusted Wald between -42.1 and 4.4: it may well be 0.
 */
@NullMarked
package io.github.retention4j.feedback;

import org.jspecify.annotations.NullMarked;
