import { Download, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { ChosenPlace } from '../../../shared/protocol/handed-files.ts';
import { useApi } from '../../api/ApiContext.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useShow } from '../../window/useShow.ts';

interface FileButtonProps {
  readonly file: ChosenPlace | null;
  /** The user has it already; it can only be shown to them. */
  readonly isDelivered: boolean;
}

/** Shows a written file where it lies, or saves one that waits for that; nothing where neither can be. */
export const FileButton = ({ file, isDelivered }: FileButtonProps) => {
  const { t } = useText();
  const { files } = useApi().bridge;
  const show = useShow();
  const [saved, setSaved] = useState<string | null>(null);
  if (file === null) return null;
  const { id } = file;
  if (show !== null)
    return (
      <Button size="small" icon={<FolderOpen aria-hidden="true" />} onPress={() => show(id)}>
        {t('exchange.show')}
      </Button>
    );
  if (isDelivered || saved === id) return null;
  return (
    <Button
      size="small"
      icon={<Download aria-hidden="true" />}
      onPress={() => {
        files.deliver(id);
        setSaved(id);
      }}
    >
      {t('exchange.save')}
    </Button>
  );
};
