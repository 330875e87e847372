import type { Progress } from '../../api/index.ts';

/** Of so many milliseconds the rate is told. */
const WINDOW_MS = 5000;
/** With less there is too little to tell. */
const LEAST_MS = 1000;
const STEP_MS = 250;

/** How fast files are read, lately. Times are those of performance.now(). */
export class Pace {
  /** How many had been read at some times, at most one in each step; the oldest first. */
  #marks: { readonly at: number; readonly done: number }[] = [];

  restart(): void {
    this.#marks = [];
  }

  note(done: number, now = performance.now()): void {
    const last = this.#marks.at(-1);
    if (last && now - last.at < STEP_MS) return;
    this.#marks.push({ at: now, done });
    while ((this.#marks[1]?.at ?? now) < now - WINDOW_MS) this.#marks.shift();
  }

  /** Files a second and the seconds that `left` of them take; nothing while there is too little to tell. */
  tell(done: number, left: number, now = performance.now()): Pick<Progress, 'rate' | 'secondsLeft'> {
    const first = this.#marks[0];
    if (!first || now - first.at < LEAST_MS || done <= first.done) return {};
    const rate = ((done - first.done) * 1000) / (now - first.at);
    return { rate, secondsLeft: left / rate };
  }
}
