import { useTopologySchema } from '@/api';
import { ops, type DocLink, type EntryJson } from '@/doc';
import { t, tn } from '@/i18n';
import { useLab } from '@/state/lab';
import { Checkbox } from '@/ui';
import { common, MIXED } from './common';
import { ImpairmentFields } from './ImpairmentFields';
import { Section } from './Section';

type Impairment = EntryJson | undefined;

const waysOf = ({ fields }: DocLink) =>
  [fields.impairment, ...('impairment_back' in fields ? [fields.impairment_back] : [])] as Impairment[];

/** How the cables of several links are drawn, and how they are worse than perfect ones, both ways. */
export function ManyLinks({ links }: { links: readonly DocLink[] }) {
  const { doc } = useLab();
  const root = useTopologySchema().data;
  const cut = common(links.map(({ fields }) => fields.cut === true));
  const angled = common(links.map(({ fields }) => fields.angled === true));
  const each = (change: (link: DocLink) => void, gesture?: string) =>
    doc.edit(() => links.forEach(change), gesture);
  const impair = (change: (one: Impairment) => Impairment) =>
    each(({ id, fields }) => {
      ops.setLinkField(doc, id, 'impairment', change(fields.impairment as Impairment));
      if (fields.impairment_back === undefined) return;
      ops.setLinkField(doc, id, 'impairment_back', change(fields.impairment_back as Impairment) ?? {});
    }, 'impair many');
  return (
    <Section title={tn(links.length, '{count} link', '{count} links')}>
      <Checkbox
        label={t('In right angles')}
        checked={angled === true}
        mixed={angled === MIXED}
        onCheckedChange={() =>
          ops.turnAngles(
            doc,
            links.map(({ id }) => id),
          )
        }
      />
      <Checkbox
        label={t('The cable is cut')}
        hint={t('As if it were pulled out at both ends')}
        checked={cut === true}
        mixed={cut === MIXED}
        onCheckedChange={(on) => each(({ id }) => ops.setLinkField(doc, id, 'cut', on || undefined))}
      />
      {root && <ImpairmentFields root={root} all={links.flatMap(waysOf)} onChange={impair} />}
    </Section>
  );
}
