import {Button, Card, Input} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import grid from '@/shared/form/grid.module.css';
import {Labelled} from '@/shared/form/Labelled';
import {Notice} from '@/shared/plain/Notice';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import styles from '../bank.module.css';
import {CallbackFields} from './CallbackFields';
import type {Word} from './PhonePage';
import {type Checked, type PhoneText, plainAccount, refusalOf, totalFen} from './phoneText';

/** Is the officer real? By the code he reads out, or by ringing his unit at the directory's number. */
export function Proof({
  text,
  onChange,
  word,
  directoryPhone,
  checked,
  onChecked,
}: {
  text: PhoneText;
  onChange: (text: PhoneText) => void;
  word: Word;
  directoryPhone: string;
  checked: Checked | null;
  onChecked: (checked: Checked | null) => void;
}) {
  const {t} = useTranslation('bank');
  const total = totalFen(text);
  const account = plainAccount(text.account);
  const code = text.code.normalize('NFKC').trim();
  const check = useAct(
    (body: {code: string; accountNumber: string; amountFen: string}, requestId) =>
      answer(api.POST('/v1/callCodes:check', {body: {...body, requestId}})),
    (found: Checked) => {
      onChecked(found);
      // Who the code was shown to is who calls, whoever he said he was.
      onChange({
        ...text,
        stationName: found.stationName ?? '',
        callerName: found.officerName ?? '',
        callerNumber: found.officerNumber ?? '',
        callback: {...text.callback, dialled: found.stationPhone ?? ''},
      });
    },
  );
  const ready = /^[0-9 ]{4,20}$/.test(code) && account !== '' && total !== null;
  const send = () => ready && check.mutate({code, accountNumber: account, amountFen: total.toString()});
  const refused = refusalOf(check.error);
  return (
    <Card size="small" title={t('phone.proof')}>
      <div className={grid.two}>
        <Labelled label={t('phone.code')} hint={t('phone.codeHint')} error={word('code') ?? refused?.detail ?? null}>
          {(id) => (
            <div className={styles.account}>
              <Input
                id={id}
                style={{flex: 1}}
                inputMode="numeric"
                autoComplete="off"
                maxLength={20}
                value={text.code}
                onChange={(event) => {
                  onChecked(null);
                  onChange({...text, code: event.target.value});
                }}
                onPressEnter={send}
              />
              <Button disabled={!ready} loading={check.isPending} onClick={send}>
                {t('phone.check')}
              </Button>
            </div>
          )}
        </Labelled>
      </div>
      {refused === null && <ProblemNotice failure={check.error} onRetry={send} />}
      {checked ? (
        <Notice
          type="success"
          role="status"
          title={t('phone.checked', {
            name: checked.officerName,
            number: checked.officerNumber,
            station: checked.stationName,
          })}
          description={t('phone.checkedPhone', {phone: checked.stationPhone})}
        />
      ) : (
        <CallbackFields
          value={text.callback}
          onChange={(callback) => onChange({...text, callback})}
          word={(field) => word(`callback.${field}`)}
          directoryPhone={directoryPhone}
        />
      )}
    </Card>
  );
}
