import {SearchOutlined} from '@ant-design/icons';
import {Button, Checkbox, Input, Segmented} from 'antd';
import {type FormEvent, useId, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Institution} from '@/shared/directory';
import {Labelled} from '@/shared/form/Labelled';
import {fieldErrors} from '@/shared/problem/fields';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import styles from './audit.module.css';
import {type Officer, findNumbered} from './data';
import {type Outcome, type Question, SERVICES, type Service} from './log';
import {OUTCOMES, type Typed, officerText, readInstitution, readOfficer, timesOf} from './question';
import {KINDS, type Kind, readSubject} from './subject';
import type {Words} from './words';

type Field = 'thing' | 'officer' | 'institution' | 'action' | 'from' | 'to';

const PLACES: Record<string, Field> = {
  subject: 'thing',
  officer: 'officer',
  institution: 'institution',
  action: 'action',
  fromTime: 'from',
  toTime: 'to',
};

/** Whom, what, where, when. Nothing is asked for before one says so: each look is in the log itself. */
export function Filter({
  typed,
  onType,
  onAsk,
  officers,
  institutions,
  words,
  failure,
  busy,
}: {
  typed: Typed;
  onType: (typed: Typed) => void;
  onAsk: (question: Question) => void;
  officers: readonly Officer[];
  institutions: readonly Institution[];
  words: Words;
  failure: unknown;
  busy: boolean;
}) {
  const {t} = useTranslation('audit');
  const lists = useId();
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const [finding, setFinding] = useState<{busy: boolean; failure: unknown}>({busy: false, failure: null});
  const change = (part: Partial<Typed>) => {
    onType({...typed, ...part});
    setFaults({});
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const thing = readSubject(typed.thing, typed.kind);
    const officer = readOfficer(typed.officer, officers, institutions);
    const institution = readInstitution(typed.institution, institutions);
    const action = words.read(typed.action);
    const wrong: Partial<Record<Field, string>> = {
      ...(thing.is === 'unreadable' ? {thing: t('fault.thing')} : {}),
      ...(officer === null ? {officer: t('fault.officer')} : {}),
      ...(institution === null ? {institution: t('fault.institution')} : {}),
      ...(action === null ? {action: t('fault.action')} : {}),
    };
    setFaults(wrong);
    setFinding({busy: false, failure: null});
    if (Object.keys(wrong).length > 0 || officer === null || institution === null || action === null) return;
    let subject = thing.is === 'subject' ? thing.subject : '';
    if (thing.is === 'number') {
      setFinding({busy: true, failure: null});
      try {
        const found = await findNumbered(thing);
        setFinding({busy: false, failure: null});
        if (found === null) {
          setFaults({thing: t('fault.notFound')});
          return;
        }
        subject = found;
      } catch (problem) {
        setFinding({busy: false, failure: problem});
        return;
      }
    }
    const {outcome, services} = typed;
    onAsk({subject, officer, institution, action, outcome, services, ...timesOf(typed)});
  };
  const refused = new Map(
    fieldErrors(failure, ([name]) => (PLACES[String(name)] ? [PLACES[String(name)]!] : null)).map(({name, errors}) => [
      name[0],
      errors.join(' '),
    ]),
  );
  const error = (field: Field) => faults[field] ?? refused.get(field) ?? null;
  const text = (field: 'officer' | 'institution' | 'action', hint: string, options: readonly string[]) => (
    <Labelled label={t(`field.${field}`)} hint={hint} error={error(field)}>
      {(id) => (
        <>
          <Input
            id={id}
            list={`${lists}-${field}`}
            autoComplete="off"
            maxLength={100}
            value={typed[field]}
            onChange={(event) => change({[field]: event.target.value})}
          />
          <datalist id={`${lists}-${field}`}>
            {options.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        </>
      )}
    </Labelled>
  );
  const time = (field: 'from' | 'to') => (
    <Labelled label={t(`field.${field}`)} error={error(field)}>
      {(id) => (
        <Input
          id={id}
          type="datetime-local"
          step={1}
          value={typed[field]}
          onChange={(event) => change({[field]: event.target.value})}
        />
      )}
    </Labelled>
  );
  return (
    <form className={styles.filter} role="search" onSubmit={(event) => void submit(event)}>
      <div className={styles.fields}>
        <Labelled label={t('field.thing')} hint={t('hint.thing')} error={error('thing')}>
          {(id) => (
            <div className={styles.thing}>
              <select
                aria-label={t('field.kind')}
                className={styles.select}
                value={typed.kind}
                onChange={(event) => change({kind: event.target.value as Kind})}
              >
                {KINDS.map((each) => (
                  <option key={each} value={each}>
                    {t(`kind.${each}`)}
                  </option>
                ))}
              </select>
              <Input
                id={id}
                autoComplete="off"
                maxLength={300}
                value={typed.thing}
                onChange={(event) => change({thing: event.target.value})}
              />
            </div>
          )}
        </Labelled>
        {text('officer', t('hint.officer'), officers.map((each) => officerText(each, institutions)))}
        {text('institution', '', institutions.map((each) => each.name ?? ''))}
        {text('action', t('hint.action'), words.actions)}
        {time('from')}
        {time('to')}
      </div>
      <div className={styles.line}>
        <Segmented<Outcome | ''>
          aria-label={t('field.outcome')}
          value={typed.outcome}
          onChange={(outcome) => change({outcome})}
          options={(['', ...OUTCOMES] as const).map((each) => ({
            value: each,
            label: t(each === '' ? 'outcome.any' : `outcome.${each}`),
          }))}
        />
        <Checkbox.Group<Service>
          aria-label={t('field.services')}
          value={[...typed.services]}
          options={SERVICES.map((each) => ({value: each, label: t(`service.${each}`)}))}
          onChange={(services) => change({services: SERVICES.filter((each) => services.includes(each))})}
        />
        <Button
          type="primary"
          htmlType="submit"
          icon={<SearchOutlined />}
          loading={busy || finding.busy}
          disabled={typed.services.length === 0}
        >
          {t('ask')}
        </Button>
        <span className={styles.hint}>{t('span')}</span>
      </div>
      <ProblemNotice failure={finding.failure} />
    </form>
  );
}
