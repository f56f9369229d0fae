import {UploadOutlined} from '@ant-design/icons';
import {App, Button, Checkbox, Space} from 'antd';
import {useDeferredValue, useId, useMemo, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {ProblemError} from '@/api/problem';
import {useInstitutions} from '@/shared/directory';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {type Table, useChanged} from '../data';
import {textOf} from './cells';
import {RouteList} from './RouteList';
import {difference, readTable, writeTable} from './table';
import styles from '../directory.module.css';

type Answer = Schema<'liaison.v1.ImportRoutesResponse'>;

const FILE_BYTES_MAX = 4 * 1024 * 1024;
const FAULTS_SHOWN = 20;

/** What was tried: it holds for this text on this table only. */
interface Trial {
  readonly text: string;
  readonly etag: string;
  readonly would: Answer;
}

/** A new table, pasted or uploaded: read line by line, tried by the server, looked at, and only then put in place. */
export function ImportPanel({table, onClose}: {table: Table; onClose: () => void}) {
  const {t} = useTranslation('directory');
  const {message} = App.useApp();
  const id = useId();
  const institutions = useInstitutions();
  const changed = useChanged();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [file, setFile] = useState<'tooLarge' | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [seen, setSeen] = useState(false);
  const deferred = useDeferredValue(text);
  const read = useMemo(() => readTable(deferred, institutions), [deferred, institutions]);
  const tried = trial !== null && trial.text === text && trial.etag === table.etag ? trial : null;
  const send = (validateOnly: boolean, requestId: string) =>
    answer(api.POST('/v1/routes:import', {body: {routes: [...read.routes], validateOnly, requestId, etag: table.etag}}));
  const tryOut = useAct(
    (_: {text: string; etag: string}, requestId) => send(true, requestId),
    (would) => {
      setSeen(false);
      setTrial({text, etag: table.etag, would});
    },
  );
  const replace = useAct(
    (_: {text: string; etag: string}, requestId) => send(false, requestId),
    (done) => {
      changed('routes');
      void message.success(t('import.done', {version: done.version, added: done.added, removed: done.removed}));
      onClose();
    },
  );
  const take = (chosen: File | undefined) => {
    setFile(null);
    if (!chosen) return;
    if (chosen.size > FILE_BYTES_MAX) setFile('tooLarge');
    else void chosen.arrayBuffer().then((bytes) => setText(textOf(bytes)));
  };
  const failure = replace.error ?? tryOut.error;
  const ready = read.faults.length === 0 && deferred === text && text.trim() !== '';
  const step = {text, etag: table.etag};
  return (
    <section className={styles.import} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('import.title')}</h2>
      <p className={styles.sub}>{t('import.note')}</p>
      <Space wrap>
        <Button icon={<UploadOutlined />} onClick={() => picker.current?.click()}>
          {t('import.file')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt"
          aria-label={t('import.file')}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button onClick={() => setText(writeTable(table.routes, institutions))}>{t('import.current')}</Button>
      </Space>
      {file && (
        <div role="alert" className={styles.fieldError}>
          {t('import.tooLarge')}
        </div>
      )}
      <label htmlFor={id}>{t('import.text')}</label>
      <textarea
        id={id}
        className={styles.table}
        rows={8}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-read`}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-read`} aria-live="polite">
        {text.trim() !== '' && read.faults.length === 0 && t('import.read', {count: read.routes.length})}
        {text.trim() !== '' && read.faults.length > 0 && (
          <ul className={styles.faults}>
            {read.faults.slice(0, FAULTS_SHOWN).map((each) => (
              <li key={`${each.line} ${each.kind}`}>
                {t('import.line', {line: each.line})} {t(`fault.${each.kind}`, {found: each.found})}
              </li>
            ))}
            {read.faults.length > FAULTS_SHOWN && (
              <li>{t('import.moreFaults', {count: read.faults.length - FAULTS_SHOWN})}</li>
            )}
          </ul>
        )}
      </div>
      <Refused failure={failure} lines={read.lines} />
      {tried && <Would trial={tried} table={table} routes={read.routes} />}
      {tried && (tried.would.removed ?? 0) > 0 && (
        <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
          {t('import.seen', {count: tried.would.removed})}
        </Checkbox>
      )}
      <Space wrap>
        <Button type={tried ? 'default' : 'primary'} disabled={!ready} loading={tryOut.isPending} onClick={() => tryOut.mutate(step)}>
          {t('import.try')}
        </Button>
        {tried && changes(tried) && (
          <Button
            type="primary"
            danger={(tried.would.removed ?? 0) > 0}
            disabled={(tried.would.removed ?? 0) > 0 && !seen}
            loading={replace.isPending}
            onClick={() => replace.mutate(step)}
          >
            {t('import.replace', {added: tried.would.added ?? 0, removed: tried.would.removed ?? 0})}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </Space>
    </section>
  );
}

function changes({would}: Trial): boolean {
  return (would.added ?? 0) > 0 || (would.removed ?? 0) > 0;
}

/** What the server says would change, and which lines these are. */
function Would({trial, table, routes}: {trial: Trial; table: Table; routes: Parameters<typeof difference>[1]}) {
  const {t} = useTranslation('directory');
  const {added, removed} = useMemo(() => difference(table.routes, routes), [table.routes, routes]);
  const {would} = trial;
  return (
    <div className={styles.would} role="status">
      <strong>
        {changes(trial)
          ? t('import.would', {added: would.added ?? 0, removed: would.removed ?? 0, unchanged: would.unchanged ?? 0})
          : t('import.same')}
      </strong>
      {added.length > 0 && (
        <>
          <h3>{t('import.added')}</h3>
          <RouteList routes={added} empty="—" />
        </>
      )}
      {removed.length > 0 && (
        <>
          <h3>{t('import.removed')}</h3>
          <RouteList routes={removed} empty="—" />
        </>
      )}
    </div>
  );
}

/** A refusal with the lines of the text it means; anything else as everywhere. */
function Refused({failure, lines}: {failure: unknown; lines: readonly number[]}) {
  const {t, i18n} = useTranslation('directory');
  const violations = failure instanceof ProblemError ? (failure.problem.violations ?? []) : [];
  if (violations.length === 0) return <ProblemNotice failure={failure} />;
  return (
    <ul className={styles.faults} role="alert">
      {violations.slice(0, FAULTS_SHOWN).map((each) => {
        const at = /^routes\[(\d+)\]/.exec(each.field)?.[1];
        const line = at === undefined ? undefined : lines[Number(at)];
        const said = i18n.exists(`directory:rule.${each.rule}`) ? t(`rule.${each.rule}`) : each.detail;
        return (
          <li key={`${each.field} ${each.rule}`}>
            {line !== undefined && t('import.line', {line})} {said}
          </li>
        );
      })}
    </ul>
  );
}
