import {Button, Radio} from 'antd';
import {type ReactNode, useId} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {fieldErrors} from '@/shared/problem/fields';
import styles from './approval.module.css';

export type Say = 'yes' | 'no';

interface Choice {
  /** What it is called, e.g. 立案. */
  label: string;
  /** What is on the button that does it. */
  confirm: string;
  /** Whether a reason must be given. */
  reasoned: boolean;
  /** The law's own grounds, to begin the reason with. */
  grounds?: readonly string[];
}

export interface VerdictProps {
  title: string;
  yes: Choice;
  /** Absent: there is nothing to refuse. */
  no?: Choice;
  say: Say | null;
  reason: string;
  reasonMax: number;
  failure: unknown;
  pending: boolean;
  onSay: (say: Say) => void;
  onReason: (reason: string) => void;
  onConfirm: () => void;
  children?: ReactNode;
}

/** A head's word: first which, then why, then the button that names it, so that no single touch decides. */
export function Verdict(props: VerdictProps) {
  const {title, yes, no, say, reason, reasonMax, failure, pending, onSay, onReason, onConfirm, children} = props;
  const {t} = useTranslation('approval');
  const id = useId();
  const choice = say === 'no' ? no : say === 'yes' ? yes : undefined;
  const [refused] = fieldErrors(failure, (path) => (path[0] === 'reason' ? path : null));
  const ready = choice !== undefined && (!choice.reasoned || reason.trim() !== '');
  return (
    <section id="decide" className={`${styles.panel} ${styles.decide}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      <Radio.Group
        block
        size="large"
        optionType="button"
        buttonStyle="solid"
        aria-labelledby={`${id}-title`}
        value={say}
        onChange={(event) => onSay(event.target.value as Say)}
        options={[{label: yes.label, value: 'yes'}, ...(no ? [{label: no.label, value: 'no'}] : [])]}
      />
      {choice?.reasoned && (
        <>
          <label htmlFor={`${id}-reason`}>{t('decide.reason')}</label>
          {(choice.grounds ?? []).map((ground) => (
            <button
              key={ground}
              type="button"
              className={styles.ground}
              onClick={() => onReason(reason.trim() === '' ? ground : `${reason.trimEnd()}\n${ground}`)}
            >
              {ground}
            </button>
          ))}
          <textarea
            id={`${id}-reason`}
            rows={4}
            maxLength={reasonMax}
            value={reason}
            aria-invalid={refused !== undefined}
            aria-describedby={refused ? `${id}-refused` : undefined}
            onChange={(event) => onReason(event.target.value)}
          />
          {refused && (
            <div id={`${id}-refused`} role="alert" className={styles.fieldError}>
              {refused.errors.join(' ')}
            </div>
          )}
        </>
      )}
      {choice && (
        <Button
          block
          size="large"
          type="primary"
          danger={say === 'no'}
          disabled={!ready}
          loading={pending}
          onClick={onConfirm}
        >
          {choice.confirm}
        </Button>
      )}
      <ProblemNotice failure={failure} />
    </section>
  );
}
