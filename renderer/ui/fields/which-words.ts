import { create } from 'zustand';

/** Words that were left unsaved, and what somebody saved in their place since. */
interface Pair {
  readonly left: string;
  readonly saved: string;
}

interface Question extends Pair {
  readonly answer: (wanted: keyof Pair) => void;
}

/** Questions that wait for the user, the first is asked (WhichWords). */
export const useWhichWords = create<{ readonly questions: readonly Question[] }>(() => ({ questions: [] }));

/** Asks which of the two is right; answers how to take the question back. */
export function askWhich(pair: Pair, onAnswer: (wanted: keyof Pair) => void): () => void {
  const withdraw = () =>
    useWhichWords.setState(({ questions }) => ({ questions: questions.filter((each) => each !== mine) }));
  const mine: Question = {
    ...pair,
    answer: (wanted) => {
      withdraw();
      onAnswer(wanted);
    },
  };
  useWhichWords.setState(({ questions }) => ({ questions: [...questions, mine] }));
  return withdraw;
}
