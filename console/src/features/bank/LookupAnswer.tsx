import {Button, Card, Input, Radio, Segmented} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import styles from './bank.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {useOperator} from './operator';

type Lookup = Schema<'freezing.v1.AccountQuery'>;
type Kind = 'payee' | 'onward' | 'unable';
type Unable = 'NO_SUCH_TRANSACTION' | 'PAYER_NOT_OURS' | 'CONSENT_MISSING';

const FIELDS = ['number', 'name', 'institution', 'serial'] as const;

interface Sent {
  kind: Kind;
  number: string;
  name: string;
  institution: string;
  serial: string;
  unable: Unable;
}

/** Whom the money reached, whom it went through, or why that cannot be told. */
export function LookupAnswer({id, onAnswered}: {id: string; onAnswered: (lookup: Lookup) => void}) {
  const {t} = useTranslation('bank');
  const {t: common} = useTranslation('shared');
  const operator = useOperator();
  const [typed, setTyped] = useState<Sent>({
    kind: 'payee',
    number: '',
    name: '',
    institution: '',
    serial: '',
    unable: 'NO_SUCH_TRANSACTION',
  });
  const params = {path: {id}};
  const act = useAct((sent: Sent, requestId) => {
    switch (sent.kind) {
      case 'payee':
        return answer(
          api.POST('/v1/accountQueries/{id}:recordPayee', {
            params,
            body: {
              found: {
                payee: {
                  kind: /^\d{13,19}$/.test(sent.number) ? 'CARD' : 'WALLET',
                  accountNumber: sent.number,
                  accountName: sent.name,
                  institutionName: sent.institution,
                },
                serialNumber: sent.serial,
                operator,
              },
              requestId,
            },
          }),
        );
      case 'onward':
        return answer(
          api.POST('/v1/accountQueries/{id}:recordOnward', {
            params,
            body: {found: {institutionName: sent.institution, serialNumber: sent.serial, operator}, requestId},
          }),
        );
      case 'unable':
        return answer(
          api.POST('/v1/accountQueries/{id}:recordUnable', {
            params,
            body: {found: {reason: sent.unable, operator}, requestId},
          }),
        );
    }
  }, onAnswered);
  const shown = {payee: FIELDS, onward: ['institution', 'serial'] as const, unable: [] as const}[typed.kind];
  const complete = shown.every((field) => typed[field].trim() !== '' || (typed.kind === 'payee' && field === 'serial'));
  const send = () =>
    act.mutate({...typed, number: typed.number.normalize('NFKC').replace(/[\s-]/g, ''), serial: typed.serial.trim()});
  return (
    <Card size="small" title={t('answer.title')}>
      <Segmented<Kind>
        aria-label={t('answer.title')}
        value={typed.kind}
        onChange={(kind) => setTyped({...typed, kind})}
        options={(['payee', 'onward', 'unable'] as const).map((each) => ({value: each, label: t(`lookup.${each}`)}))}
        style={{marginBottom: 12}}
      />
      <div className={styles.two}>
        {shown.map((field) => (
          <Labelled key={field} label={t(`lookup.field.${field}`)} error={null}>
            {(input) => (
              <Input
                id={input}
                maxLength={64}
                autoComplete="off"
                value={typed[field]}
                onChange={(event) => setTyped({...typed, [field]: event.target.value})}
              />
            )}
          </Labelled>
        ))}
      </div>
      {typed.kind === 'unable' && (
        <Radio.Group
          aria-label={t('lookup.unable')}
          value={typed.unable}
          onChange={(event) => setTyped({...typed, unable: event.target.value as Unable})}
          options={(['NO_SUCH_TRANSACTION', 'PAYER_NOT_OURS', 'CONSENT_MISSING'] as const).map((each) => ({
            value: each,
            label: common(`lookupWhy.${each}`),
          }))}
        />
      )}
      <ProblemNotice failure={act.error} onRetry={send} />
      <div className={styles.acts}>
        <Button type="primary" size="large" disabled={!complete} loading={act.isPending} onClick={send}>
          {t('lookup.send')}
        </Button>
      </div>
    </Card>
  );
}
