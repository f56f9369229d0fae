import {Button, Input, Radio} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {type Act, type FailureBody, MATCH_FIELDS, type MismatchBody, type NotOursBody} from './answers';
import styles from './bank.module.css';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {useOperator} from './operator';

/** 要素不符: which field, and never the right value. */
export function MismatchForm({act}: {act: Act<MismatchBody>}) {
  const {t} = useTranslation('bank');
  const operator = useOperator();
  const [field, setField] = useState<(typeof MATCH_FIELDS)[number] | null>(null);
  const send = () => field && act.mutate({field, operator});
  return (
    <div>
      <p className={styles.hint}>{t('mismatch.hint')}</p>
      <Radio.Group
        aria-label={t('mismatch.which')}
        optionType="button"
        buttonStyle="solid"
        value={field}
        onChange={(event) => setField(event.target.value as (typeof MATCH_FIELDS)[number])}
        options={MATCH_FIELDS.map((each) => ({value: each, label: t(`field.${each}`)}))}
      />
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" disabled={field === null} loading={act.isPending} onClick={send}>
          {t('mismatch.send')}
        </Button>
      </div>
    </div>
  );
}

/** 未能止付: technical and business causes, kept apart. */
export function FailureForm({act}: {act: Act<FailureBody>}) {
  const {t} = useTranslation('bank');
  const operator = useOperator();
  const [technicalCause, setTechnical] = useState('');
  const [businessCause, setBusiness] = useState('');
  const none = technicalCause.trim() === '' && businessCause.trim() === '';
  const send = () =>
    act.mutate({technicalCause: technicalCause.trim(), businessCause: businessCause.trim(), operator});
  return (
    <div>
      <p className={styles.hint}>{t('failure.hint')}</p>
      <div className={grid.two}>
        <Labelled label={t('failure.technical')} error={null}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={technicalCause}
              onChange={(event) => setTechnical(event.target.value)}
            />
          )}
        </Labelled>
        <Labelled label={t('failure.business')} error={null}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={businessCause}
              onChange={(event) => setBusiness(event.target.value)}
            />
          )}
        </Labelled>
      </div>
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" disabled={none} loading={act.isPending} onClick={send}>
          {t('failure.send')}
        </Button>
      </div>
    </div>
  );
}

/** 非本行账户: it goes back to be routed anew. */
export function NotOursForm({act}: {act: Act<NotOursBody>}) {
  const {t} = useTranslation('bank');
  const operator = useOperator();
  const send = () => act.mutate({operator});
  return (
    <div>
      <p className={styles.hint}>{t('notOurs.hint')}</p>
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" loading={act.isPending} onClick={send}>
          {t('notOurs.send')}
        </Button>
      </div>
    </div>
  );
}
