import { useAddressPlan } from '@/api';
import { nodeIdByName } from '@/doc';
import { t } from '@/i18n';
import { useLab, useRevision } from '@/state/lab';
import { useView } from '@/state/view';
import css from './AddressPlan.module.css';
import { FoldedSection } from './FoldedSection';

/** The networks of the lab, and who has which address in each; read-only, as addresses stand at their interfaces. */
export function AddressPlan() {
  const { id, doc } = useLab();
  const revision = useRevision();
  const goTo = useView((view) => view.goTo);
  const { data } = useAddressPlan(id, revision, true);
  if (data === undefined || data.length === 0) return null;
  const show = (name: string) => {
    const node = nodeIdByName(doc.projection).get(name);
    if (node !== undefined) goTo({ type: 'node', node });
  };
  return (
    <FoldedSection title={t('Address plan')} count={data.length} startsOpen={false}>
      {data.map(({ network, addresses }) => (
        <table key={network} className={css.network}>
          <caption className={css.name}>{network}</caption>
          <tbody>
            {addresses.map((one) => (
              <tr key={`${one.node}:${one.interface} ${one.address}`}>
                <td className={css.address}>{one.address}</td>
                <td>
                  <button type="button" className={css.end} onClick={() => show(one.node)}>
                    {one.node}:{one.interface}
                  </button>
                </td>
                <td className={css.automatic}>{one.automatic ? t('automatic') : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </FoldedSection>
  );
}
