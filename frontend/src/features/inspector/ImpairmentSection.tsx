import { useTopologySchema } from '@/api';
import { ops, refText, type DocLink, type EntryJson } from '@/doc';
import { t } from '@/i18n';
import { useLab, useTopology } from '@/state/lab';
import { Checkbox } from '@/ui';
import css from './ImpairmentSection.module.css';
import { ImpairmentFields } from './ImpairmentFields';
import { Section } from './Section';

/** How the cable is worse than a perfect one, for both ways or for each by itself; and whether it is cut. */
export function ImpairmentSection({ link }: { link: DocLink }) {
  const { doc } = useLab();
  const { data: root } = useTopologySchema();
  const [left, right] = useEndNames(link);
  if (root?.$defs?.Impairment === undefined) return null;
  const impairment = link.fields.impairment as EntryJson | undefined;
  const back = link.fields.impairment_back as EntryJson | undefined;
  const apart = back !== undefined;
  const set = (field: 'impairment' | 'impairment_back', value: EntryJson | undefined) =>
    ops.setLinkField(doc, link.id, field, field === 'impairment_back' ? (value ?? {}) : value);
  return (
    <Section title={t('Cable')}>
      <Checkbox
        label={t('The cable is cut')}
        hint={t('As if it were pulled out at both ends')}
        checked={link.fields.cut === true}
        onCheckedChange={(on) => ops.setLinkField(doc, link.id, 'cut', on || undefined)}
      />
      <Checkbox
        label={t('Each way by itself')}
        hint={t('From {left} to {right} otherwise than back', { left, right })}
        checked={apart}
        onCheckedChange={(on) =>
          ops.setLinkField(doc, link.id, 'impairment_back', on ? { ...impairment } : undefined)
        }
      />
      {apart && <p className={css.way}>{`${left} → ${right}`}</p>}
      <ImpairmentFields
        root={root}
        all={[impairment]}
        onChange={(change) => set('impairment', change(impairment))}
      />
      {apart && (
        <>
          <p className={css.way}>{`${right} → ${left}`}</p>
          <ImpairmentFields
            root={root}
            all={[back]}
            onChange={(change) => set('impairment_back', change(back))}
          />
        </>
      )}
    </Section>
  );
}

function useEndNames(link: DocLink): [string, string] {
  const names = useTopology((projection) =>
    link.ends.map((end) => (refText(projection, end) ?? '').split(':')[0]).join(' '),
  );
  const [left = '', right = ''] = names.split(' ');
  return [left, right];
}
