/** Answers go to standard output alone; JSON is one document. */
export const answer = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
export const answerJson = (value: unknown): void => answer(JSON.stringify(value, null, 2));

/** Progress and hints go to standard error. */
export const hint = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
