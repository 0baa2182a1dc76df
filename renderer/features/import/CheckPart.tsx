import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReport } from '../../../shared/protocol/importing.ts';
import { useOtherJob } from '../../api/useOtherJob.ts';
import { importSentence } from '../../text/importSentence.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { JobProgressLine } from '../../ui/JobProgressLine.tsx';
import { Message } from '../../ui/Message.tsx';
import { FileButton } from '../exchange/FileButton.tsx';
import styles from './Import.module.css';
import type { InspectedFile } from './headerMark.ts';
import { ImportEnding } from './ImportEnding.tsx';
import { missingFields, unknownColumns } from './mapDraft.ts';
import { RefusedList } from './RefusedList.tsx';
import { ReportFigures } from './ReportFigures.tsx';
import {
  useImportWork,
  useSession,
  useSessionState,
  type ImportWork,
  type Prepared,
} from './useImport.ts';

interface CheckPartProps {
  readonly inspection: InspectedFile;
  readonly prepared: Prepared;
}

const runningWords = {
  check: 'imports.check.running',
  export: 'imports.report.exporting',
  import: 'imports.run.running',
} as const;

const Progress = ({ work }: { readonly work: ImportWork }) => {
  const { t } = useText();
  return (
    <JobProgressLine
      label={t(runningWords[work.running ?? 'check'])}
      progress={work.progress}
      stop={t('imports.run.stop')}
      onStop={work.cancel}
    />
  );
};

/** How the last run has ended, in a sentence. */
const Ending = ({ work }: { readonly work: ImportWork }) => {
  const { t, language } = useText();
  const { run, exported, refusal: notPlaced } = useSessionState();
  const { refusal } = work;
  return (
    <>
      {refusal === null && work.report === null ? null : (
        <ImportEnding isImport={run === 'import'} refusal={refusal} />
      )}
      {notPlaced === null ? null : <Message>{importSentence(notPlaced, t, language)}</Message>}
      {exported === null ? null : (
        <Message look="note" actions={<FileButton file={exported} isDelivered />}>
          {t('imports.report.exported', { name: exported.name })}
        </Message>
      )}
    </>
  );
};

const KeepRefused = ({
  isOn,
  onChange,
}: {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) => {
  const { t } = useText();
  return (
    <CheckBox isSelected={isOn} onChange={onChange}>
      {t('imports.run.keepRefused')}
    </CheckBox>
  );
};

/** What can be done after a check: import, write the refused rows to a file, or go back to the columns. */
const AfterCheck = ({
  work,
  report,
}: {
  readonly work: ImportWork;
  readonly report: ImportReport | null;
}) => {
  const { t } = useText();
  const session = useSession();
  const [keepRefused, setKeepRefused] = useState(true);
  const hasRefused = report !== null && report.counts.refused > 0;
  const added = report?.added ?? 0;
  return (
    <>
      {report !== null && added === 0 ? (
        <p className={styles['text']}>{t('imports.run.nothing')}</p>
      ) : null}
      {hasRefused && added > 0 ? (
        <KeepRefused isOn={keepRefused} onChange={setKeepRefused} />
      ) : null}
      <div className={styles['actions']}>
        {added > 0 ? (
          <Button
            look="primary"
            onPress={() => void work.start('import', hasRefused && keepRefused)}
          >
            {t('imports.run.start', { count: added })}
          </Button>
        ) : null}
        {report === null ? (
          <Button look="primary" onPress={() => void work.start('check', false)}>
            {t('imports.check.again')}
          </Button>
        ) : null}
        {hasRefused ? (
          <Button onPress={() => void work.start('export', true)}>
            {t('imports.report.export')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          onPress={() => session.change({ stage: 'prepare', run: null, exported: null })}
        >
          {t('imports.check.back')}
        </Button>
        <Button look="quiet" onPress={session.leave}>
          {t('imports.file.other')}
        </Button>
      </div>
    </>
  );
};

const AfterImport = () => {
  const { t } = useText();
  const session = useSession();
  return (
    <div className={styles['actions']}>
      <Button look="primary" onPress={session.leave}>
        {t('imports.report.next')}
      </Button>
      <Link to="/people">{t('imports.report.toPeople')}</Link>
    </div>
  );
};

const Start = ({ inspection, prepared, work }: CheckPartProps & { readonly work: ImportWork }) => {
  const { t } = useText();
  const { kind, draft } = prepared;
  const other = useOtherJob('import');
  const isReady =
    other === null &&
    inspection.rows.length > 0 &&
    missingFields(kind, draft).length === 0 &&
    unknownColumns(draft, inspection.header).length === 0;
  return (
    <section className={styles['step']} aria-label={t('imports.check.title')}>
      <h3 className={styles['subtitle']}>{t('imports.check.title')}</h3>
      <p className={styles['text']}>{t('imports.check.text')}</p>
      <div className={styles['actions']}>
        <Button
          look="primary"
          isDisabled={!isReady}
          onPress={() => void work.start('check', false)}
        >
          {t('imports.check.start')}
        </Button>
      </div>
    </section>
  );
};

/** Checks the whole file, imports it, and says what came of its rows. */
export const CheckPart = (props: CheckPartProps) => {
  const { t } = useText();
  const { stage, run } = useSessionState();
  const work = useImportWork(props.prepared, props.inspection);
  if (stage === 'prepare') return <Start {...props} work={work} />;
  const { report } = work;
  // Another window was before: nothing has begun, and it can be done again when that has ended.
  const hasNotBegun = work.refusal?.type === 'JobRunning';
  const isTrial = run !== 'import' || hasNotBegun;
  return (
    <section
      className={styles['step']}
      aria-label={t(isTrial ? 'imports.check.title' : 'imports.report.title')}
    >
      {work.running === null ? <Ending work={work} /> : <Progress work={work} />}
      {report === null ? null : <ReportFigures report={report} isTrial={isTrial} />}
      {work.running !== null ? null : isTrial ? (
        <AfterCheck work={work} report={work.refusal === null ? report : null} />
      ) : (
        <AfterImport />
      )}
      {report === null ? null : <RefusedList report={report} />}
    </section>
  );
};
