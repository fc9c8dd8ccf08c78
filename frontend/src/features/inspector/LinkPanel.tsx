import { Cable, Trash2 } from 'lucide-react';
import { ops, refText, type DocLink, type LinkEnd } from '@/doc';
import { KindTile } from '@/elements';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { useOverlay } from '@/state/overlay';
import { useView } from '@/state/view';
import { Badge, Button, Checkbox } from '@/ui';
import { CommitInput } from '@/features/form';
import { ForEditors } from './ForEditors';
import { Heading } from './Heading';
import { ImpairmentSection } from './ImpairmentSection';
import { InterfaceFields } from './InterfaceFields';
import css from './LinkPanel.module.css';
import { ProblemNotes } from './ProblemNotes';
import { Section } from './Section';

const LABEL_MAX = 60;
const WORDS = { up: t('up'), down: t('down'), cut: t('cut'), absent: t('not running') };
const STATE = { up: 'ok', down: 'bad', cut: 'neutral', absent: 'neutral' } as const;

export function LinkPanel({ link }: { link: DocLink }) {
  const { doc } = useLab();
  const select = useView((view) => view.select);
  const state = useOverlay((overlay) => overlay.links.get(link.id));
  const title = useTopology((projection) => link.ends.map((end) => refText(projection, end)).join(' — '));
  return (
    <>
      <Heading icon={<Cable size={20} className={css.icon} />} title={title} kind={t('Link')} />
      <ProblemNotes id={link.id} />
      {state && (
        <div className={css.state}>
          <Badge tone={STATE[state]}>{WORDS[state]}</Badge>
        </div>
      )}
      <Section title={t('On the canvas')}>
        <CommitInput
          label={t('Label')}
          value={link.label ?? ''}
          maxLength={LABEL_MAX}
          onCommit={(text) => ops.setLinkField(doc, link.id, 'label', text || undefined)}
        />
        <Checkbox
          label={t('In right angles')}
          checked={link.fields.angled === true}
          onCheckedChange={() => ops.turnAngles(doc, [link.id])}
        />
      </Section>
      <ImpairmentSection link={link} />
      {link.ends.map((end, index) => (
        <EndSection key={index} end={end} title={index === 0 ? t('One end') : t('Other end')} />
      ))}
      <ForEditors>
        <Section title={t('This link')}>
          <div>
            <Button
              variant="danger"
              icon={<Trash2 size={14} />}
              onClick={() => {
                ops.removeLink(doc, link.id);
                select([]);
              }}
            >
              {t('Remove')}
            </Button>
          </div>
        </Section>
      </ForEditors>
    </>
  );
}

function EndSection({ end, title }: { end: LinkEnd; title: string }) {
  const node = useTopology((projection) => ('node' in end ? projection.nodes.get(end.node) : undefined));
  const goTo = useView((view) => view.goTo);
  const port = node?.interfaces.find((one) => 'node' in end && one.id === end.interface);
  if (!node || !port) return null;
  return (
    <Section
      title={title}
      action={
        <button type="button" className={css.node} onClick={() => goTo({ type: 'node', node: node.id })}>
          <KindTile kind={node.kind} size="s" />
          {node.name}
        </button>
      }
    >
      <div className={css.port}>
        <InterfaceFields node={node} port={port} />
      </div>
    </Section>
  );
}
