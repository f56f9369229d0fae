import {Input, Modal} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {Labelled} from '@/shared/form/Labelled';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {type Case, useRefresh} from '../data';

type Card = Schema<'casefile.v1.OfficerCard'>;

const FIELDS = [
  ['name', 60],
  ['officerNumber', 20],
  ['phone', 40],
] as const;

/** Names the second officer, or another one, as long as the report may be completed; nothing else of the report is sent. */
export function SecondDialog({whole, onClose}: {whole: Case; onClose: () => void}) {
  const {t} = useTranslation('cases');
  const [card, setCard] = useState<Record<(typeof FIELDS)[number][0], string>>(() => {
    const {name = '', officerNumber = '', phone = ''} = whole.report?.secondOfficer ?? {};
    return {name, officerNumber, phone};
  });
  const [tried, setTried] = useState(false);
  const id = whole.id ?? '';
  const refresh = useRefresh(id);
  const act = useAct(
    (secondOfficer: Card, requestId) =>
      answer(
        api.POST('/v1/cases/{id}:completeReport', {
          params: {path: {id}},
          body: {report: {secondOfficer}, requestId},
        }),
      ),
    () => {
      refresh();
      onClose();
    },
  );
  const number = card.officerNumber.trim();
  const wrong = {
    name: card.name.trim() === '' ? t('second.required') : null,
    officerNumber:
      number === '' ? t('second.required') : number === whole.report?.officer?.officerNumber ? t('second.other') : null,
    phone: null,
  };
  const send = () => {
    setTried(true);
    if (wrong.name !== null || wrong.officerNumber !== null) return;
    act.mutate({name: card.name.trim(), officerNumber: number, phone: card.phone.trim()});
  };
  return (
    <Modal
      open
      title={t('second.title')}
      okText={t('second.save')}
      okButtonProps={{loading: act.isPending}}
      onOk={send}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>{t('second.hint')}</p>
        {FIELDS.map(([field, maxLength]) => (
          <Labelled key={field} label={t(`second.field.${field}`)} error={tried ? wrong[field] : null}>
            {(fieldId) => (
              <Input
                id={fieldId}
                autoFocus={field === 'name'}
                autoComplete="off"
                maxLength={maxLength}
                value={card[field]}
                onChange={(event) => setCard({...card, [field]: event.target.value})}
              />
            )}
          </Labelled>
        ))}
        <button type="submit" hidden />
      </form>
      <ProblemNotice failure={act.error} onRetry={send} />
    </Modal>
  );
}
