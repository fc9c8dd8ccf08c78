import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepFocus } from '@/ui';
import { App } from './App';

/** Texts are made while modules load, so nothing of the page may be imported before its language is. */
export function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  keepFocus();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
