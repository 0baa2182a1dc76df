import { Link, useNavigate } from '@tanstack/react-router';
import { Bookmark, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useDaybook } from '../../api/useHost.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import fieldStyles from '../../ui/Field.module.css';
import { showToast } from '../../ui/toasts.ts';
import type { PeopleView } from './peopleSearch.ts';
import styles from './PeoplePage.module.css';
import { isSameView, withView, withViewBack, wouldReplace, type SavedView } from './savedViews.ts';
import { useSavedViews } from './useSavedViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';

interface SavedViewsProps {
  /** What the list shows now. */
  readonly view: PeopleView;
}

const ViewMenu = ({
  name,
  onRename,
  onRemove,
}: {
  readonly name: string;
  readonly onRename: () => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  return (
    <MenuTrigger>
      <Button
        look="quiet"
        size="small"
        aria-label={t('lists.change', { name })}
        icon={<Ellipsis aria-hidden="true" />}
      />
      <Popover className={fieldStyles['popover'] ?? ''} offset={4}>
        <Menu className={styles['menu'] ?? ''} aria-label={name}>
          <MenuItem className={fieldStyles['option'] ?? ''} onAction={onRename}>
            {t('lists.rename')}
          </MenuItem>
          <MenuItem className={fieldStyles['option'] ?? ''} onAction={onRemove}>
            {t('lists.remove')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

/** The views of this daybook that have names, and what names the present one. */
export const SavedViews = ({ view }: SavedViewsProps) => {
  const { t } = useText();
  const { id } = useDaybook();
  const navigate = useNavigate();
  const { views, change } = useSavedViews(id);
  const [naming, setNaming] = useState<SavedView | null>(null);
  const isPlain = isSameView(view, {});
  const isSaved = views.some((saved) => isSameView(saved.view, view));
  if (views.length === 0 && isPlain) return null;
  return (
    <nav aria-label={t('lists.views')} className={styles['views']}>
      {views.map((saved) => (
        <span key={saved.name} className={styles['view']}>
          <Link
            to="/people"
            search={saved.view}
            aria-current={isSameView(saved.view, view) ? 'page' : undefined}
            activeOptions={{ exact: true }}
          >
            {saved.name}
          </Link>
          {isSameView(saved.view, view) ? (
            <ViewMenu
              name={saved.name}
              onRename={() => setNaming(saved)}
              onRemove={() => {
                const at = views.indexOf(saved);
                change((before) => before.filter(({ name }) => name !== saved.name));
                showToast({
                  text: t('lists.removed', { name: saved.name }),
                  action: {
                    label: t('common.undo'),
                    run: () => change((before) => withViewBack(before, saved, at)),
                  },
                });
              }}
            />
          ) : null}
        </span>
      ))}
      {isSaved || isPlain ? null : (
        <Button
          look="quiet"
          size="small"
          icon={<Bookmark aria-hidden="true" />}
          onPress={() => setNaming({ name: '', view })}
        >
          {t('lists.saveView')}
        </Button>
      )}
      {naming === null ? null : (
        <ViewNameDialog
          name={naming.name}
          isTaken={(name) => wouldReplace(views, { name, view: naming.view })}
          onLeave={() => setNaming(null)}
          onSave={(name) => {
            change((before) => withView(before, { name, view: naming.view }));
            setNaming(null);
            void navigate({ to: '/people', search: naming.view, replace: true });
          }}
        />
      )}
    </nav>
  );
};
