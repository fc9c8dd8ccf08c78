import { PanelRight } from 'lucide-react';
import { t } from '@/i18n';
import { useView } from '@/state/view';
import { EmptyState, IconButton } from '@/ui';
import { YamlEditor } from './YamlEditor';

/** The text below the canvas; it is in one place at a time. */
export function YamlPanel() {
  const { yamlOpen, setPanels } = useView();
  if (yamlOpen) return <EmptyState title={t('The YAML is beside the canvas')} />;
  return (
    <YamlEditor
      end={
        <IconButton
          label={t('Put it beside the canvas')}
          size="s"
          icon={<PanelRight size={15} />}
          onClick={() => setPanels({ yamlOpen: true, dockTab: null })}
        />
      }
    />
  );
}
