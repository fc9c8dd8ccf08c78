import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EmbedPage } from './EmbedPage';

/** The last part of the address is what lets this page see the lab. */
export function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  const token = window.location.pathname.split('/').at(-1) ?? '';
  const showsMatrix = new URLSearchParams(window.location.search).get('matrix') !== 'off';
  createRoot(root).render(
    <StrictMode>
      <EmbedPage token={token} showsMatrix={showsMatrix} />
    </StrictMode>,
  );
}
