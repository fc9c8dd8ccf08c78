/** What is looked for, which the bar forgets no more when it closes: F3 goes on from there. */
import { create } from 'zustand';

export const useFind = create<{ query: string; current: string | null }>(() => ({
  query: '',
  current: null,
}));
