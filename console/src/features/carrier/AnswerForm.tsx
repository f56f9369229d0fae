import {Button, Input, Radio} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type AnswerText, CODES, type Code, PARTS, answerOf, faultsOf, recordOf} from './answerText';
import styles from './carrier.module.css';
import {check} from './checks';
import {Choice} from './Choice';
import {IpFields} from './IpFields';
import {PROVINCES} from './provinces';
import {RecordFields} from './RecordFields';
import {refusalsOf, wordOf} from './refusals';
import type {Hop, HopAnswer, Trace} from './trace';
import {UpstreamFields, useUpstreams} from './UpstreamFields';

const ROLES = [
  'VICTIM_EXCHANGE',
  'PROVINCE_GATEWAY',
  'TRANSIT',
  'INTERNATIONAL_GATEWAY',
  'LANDING_EXCHANGE',
  'SOFTSWITCH',
  'CUSTOMER',
] as const;

/** What sends an answer, and how it went. */
export interface AnswerAct {
  mutate: (answer: HopAnswer) => void;
  isPending: boolean;
  error: unknown;
}

/** The answer of a hop. Refusals stand beside their fields; nothing typed is lost by one. */
export function AnswerForm({
  trace,
  hop,
  text,
  onChange,
  act,
  correction,
}: {
  trace: Trace;
  hop: Hop;
  text: AnswerText;
  onChange: (text: AnswerText) => void;
  act: AnswerAct;
  /** Why another answer takes the place of the one given. */
  correction?: {reason: string; onReason: (reason: string) => void};
}) {
  const {t} = useTranslation('carrier');
  const [tried, setTried] = useState(false);
  const institution = useUpstreams().find((each) => each.name === text.upstream.name.trim())?.id ?? '';
  const parts = PARTS[text.code];
  const faults = faultsOf(text, institution);
  if (correction?.reason.trim() === '') faults.correction = 'required';
  const complete = Object.keys(faults).length === 0;
  const word = wordOf(tried ? faults : {}, refusalsOf(act.error), (fault) => t(fault));
  const findings = parts.record ? check(trace, hop, recordOf(text.record)) : {};
  const send = () => {
    setTried(true);
    if (complete) act.mutate(answerOf(text, institution));
  };
  return (
    <>
      {correction && (
        <Labelled label={t('correct.reason')} error={word('correction')}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={correction.reason}
              onChange={(event) => correction.onReason(event.target.value)}
            />
          )}
        </Labelled>
      )}
      <Radio.Group
        aria-label={t('answer.code')}
        className={styles.codes}
        optionType="button"
        buttonStyle="solid"
        value={text.code}
        onChange={(event) => onChange({...text, code: event.target.value as Code})}
        options={CODES.map((each) => ({value: each, label: t(`code.${each}`)}))}
      />
      <p className={styles.hint}>{t(`codeHint.${text.code}`)}</p>
      <div className={grid.three}>
        <Labelled label={t('answer.role')} error={word('role')}>
          {(id) => (
            <Choice
              id={id}
              value={text.role === 'EXCHANGE_ROLE_UNSPECIFIED' ? '' : text.role}
              options={ROLES.map((each) => [each, t(`role.${each}`)] as const)}
              onChange={(role) => onChange({...text, role})}
            />
          )}
        </Labelled>
        <Labelled label={t('answer.exchange')} error={word('exchange')}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              maxLength={100}
              value={text.exchange}
              onChange={(event) => onChange({...text, exchange: event.target.value})}
            />
          )}
        </Labelled>
        <Labelled label={t('answer.province')} error={word('province')}>
          {(id) => (
            <Choice
              id={id}
              value={text.province}
              options={PROVINCES.map((each) => [each, `${each} ${t(`province.${each}`)}`] as const)}
              onChange={(province) => onChange({...text, province})}
            />
          )}
        </Labelled>
      </div>
      {parts.reason && (
        <Labelled label={t(`answer.reason.${text.code}`)} error={word('reason')}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={500}
              value={text.reason}
              onChange={(event) => onChange({...text, reason: event.target.value})}
            />
          )}
        </Labelled>
      )}
      {parts.record && (
        <RecordFields
          value={text.record}
          onChange={(record) => onChange({...text, record})}
          word={word}
          findings={findings}
        />
      )}
      {parts.upstream !== 'none' && (
        <UpstreamFields
          ported={text.code === 'PORTED_TO'}
          value={text.upstream}
          onChange={(upstream) => onChange({...text, upstream})}
          word={word}
        />
      )}
      {parts.ipLeg && <IpFields value={text.ipLeg} onChange={(ipLeg) => onChange({...text, ipLeg})} word={word} />}
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" loading={act.isPending} onClick={send}>
          {t(correction ? 'correct.send' : 'answer.send')}
        </Button>
        {tried && !complete && (
          <span role="alert" className={styles.alert}>
            {t('answer.incomplete')}
          </span>
        )}
      </div>
    </>
  );
}
