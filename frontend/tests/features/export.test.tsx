import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExportDialog } from '@/features/export/ExportDialog';
import { TUTORIAL } from '../doc/topologies';
import { InLab, LAB_ID, openLab } from './openLab';

const FORMATS = [
  { id: 'yaml', label: 'Vethwork YAML', filename: '{lab}.yaml' },
  { id: 'containerlab', label: 'containerlab', filename: '{lab}.clab.yml' },
];
const PREVIEWS: Record<string, unknown> = {
  yaml: { filename: 'two.yaml', text: 'version: vethwork/v1\n', losses: [] },
  containerlab: {
    filename: 'two.clab.yml',
    text: 'name: two\n',
    losses: [{ text: '3 expectations are left out' }],
  },
};

function server(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const format = pathname.split('/').at(-1) ?? '';
  return Promise.resolve(Response.json(format === 'formats' ? FORMATS : PREVIEWS[format]));
}

beforeEach(() => vi.stubGlobal('fetch', server));
afterEach(() => vi.unstubAllGlobals());

test('a format shows its text, what it cannot say, and where to get it', async () => {
  render(
    <InLab lab={openLab(TUTORIAL)}>
      <ExportDialog revision={1} first={null} onClose={() => undefined} />
    </InLab>,
  );
  expect((await screen.findByRole('region', { name: 'Preview of two.yaml' })).textContent).toContain(
    'vethwork/v1',
  );
  expect(screen.queryByRole('note')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /containerlab/ }));
  expect((await screen.findByRole('note')).textContent).toContain('3 expectations are left out');
  expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
    `/api/labs/${LAB_ID}/export/containerlab`,
  );
});
