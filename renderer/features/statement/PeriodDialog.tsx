import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useView } from '../../api/useView.ts';
import { DayField } from '../../forms/DayField.tsx';
import { useRecordForm } from '../../forms/useRecordForm.ts';
import { useToday } from '../../forms/useToday.ts';
import { useText } from '../../text/useText.ts';
import { numberFormat } from '../../text/formats.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form, FormActions, FormRow } from '../../ui/Form.tsx';
import { Message } from '../../ui/Message.tsx';
import {
  MANY_ENTRIES,
  MOST_ENTRIES,
  periodSchema,
  presetPeriod,
  presets,
  readPeriod,
  sheetsOf,
  showPeriod,
  type Period,
  type PeriodValues,
} from './period.ts';
import styles from './PeriodDialog.module.css';

interface PeriodDialogProps {
  readonly accountId: string;
  readonly period: Period;
  readonly onLeave: () => void;
  readonly onChoose: (period: Period) => void;
}

const usePeriodForm = (period: Period) => {
  const today = useToday();
  const read = useMemo(() => (values: PeriodValues) => readPeriod(values, today), [today]);
  const { form } = useRecordForm<PeriodValues, Period>({
    name: 'period',
    keepsDraft: false,
    empty: showPeriod(period),
    read,
    schema: periodSchema,
  });
  const values = useWatch({ control: form.control }) as PeriodValues;
  const typed = readPeriod(values, today);
  // While a day is being typed the sums stay those of the period before.
  const parsed = typed.ok ? periodSchema.safeParse(typed.value).data : undefined;
  return { form, today, parsed };
};

/** What so many entries mean for whoever prints them. */
const Warning = ({ entries }: { readonly entries: number }) => {
  const { t, language } = useText();
  const inWords = (value: number): string => numberFormat(language, {}).format(value);
  if (entries > MOST_ENTRIES)
    return <Message>{t('printed.tooMany', { most: inWords(MOST_ENTRIES) })}</Message>;
  if (entries > MANY_ENTRIES)
    return (
      <Message look="note">{t('printed.many', { pages: inWords(sheetsOf(entries)) })}</Message>
    );
  return null;
};

/** Chooses the days of a statement, and says how many entries they hold. */
export const PeriodDialog = ({ accountId, period, onLeave, onChoose }: PeriodDialogProps) => {
  const { t } = useText();
  const { form, today, parsed } = usePeriodForm(period);
  const { data } = useView(
    'credit-account/period',
    { accountId, ...parsed },
    { keepPrevious: true },
  );
  const entries = data?.rows[0]?.entries;
  const submit = form.handleSubmit((chosen) => {
    if (entries === undefined || entries <= MOST_ENTRIES) onChoose(chosen);
  });
  return (
    <Dialog title={t('printed.periodTitle')} onLeave={onLeave}>
      <Form label={t('printed.periodTitle')} onSubmit={submit}>
        <div className={styles['presets']} role="group" aria-label={t('printed.presets')}>
          {presets.map((preset) => (
            <Button
              key={preset}
              size="small"
              onPress={() => form.reset(showPeriod(presetPeriod(preset, today)))}
            >
              {t(`printed.${preset}`)}
            </Button>
          ))}
        </div>
        <FormRow>
          <DayField control={form.control} name="from" label={t('printed.from')} />
          <DayField control={form.control} name="to" label={t('printed.to')} />
        </FormRow>
        <p className={styles['hint']}>
          {t('printed.hint')}{' '}
          <strong role="status">
            {entries === undefined ? '' : t('printed.count', { count: entries })}
          </strong>
        </p>
        {entries === undefined ? null : <Warning entries={entries} />}
        <FormActions>
          <Button
            type="submit"
            look="primary"
            isDisabled={entries !== undefined && entries > MOST_ENTRIES}
          >
            {t('printed.show')}
          </Button>
          <Button onPress={onLeave}>{t('common.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
