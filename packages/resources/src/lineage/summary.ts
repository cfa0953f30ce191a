/** The first clause, for engines that show a headline. */
export function summaryOf(message: string): string {
  const clause = message.split(/[:;.](?:\s|$)/, 1)[0] ?? message;
  return clause.length <= 80 ? clause : "The profile is not valid";
}
