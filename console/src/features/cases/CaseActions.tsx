import {useMutation} from '@tanstack/react-query';
import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useSession} from '@/shared/session';
import {uuid} from '@/shared/uuid';
import {type Case, useRefresh} from './data';
import {NoticeDialog} from './NoticeDialog';

/** What the officer in front of the page can do with the case as it stands. */
export function CaseActions({whole}: {whole: Case}) {
  const {t} = useTranslation('cases');
  const {officerNumber, roles} = useSession();
  const id = whole.id ?? '';
  const refresh = useRefresh(id);
  const [serving, setServing] = useState(false);
  const act = useMutation({
    mutationFn: async (verb: 'review' | 'confirm') => {
      const params = {path: {id}};
      if (verb === 'review') {
        await answer(api.POST('/v1/cases/{id}:review', {params, body: {requestId: uuid()}}));
      } else {
        await answer(api.POST('/v1/cases/{id}:confirmSecondOfficer', {params, body: {requestId: uuid()}}));
      }
    },
    onSettled: refresh,
  });
  const second = whole.report?.secondOfficer?.officerNumber ?? '';
  const mayReview = ['station-officer', 'station-liaison', 'unit-head'].some((each) => roles.has(each as 'unit-head'));
  return (
    <div className="no-print">
      {second !== '' && second === officerNumber && !whole.secondOfficerConfirmation && (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate('confirm')}>
          {t('head.confirmSecond')}
        </Button>
      )}
      {whole.state === 'RECEIVED' && mayReview && (
        <Button loading={act.isPending} onClick={() => act.mutate('review')}>
          {t('head.review')}
        </Button>
      )}
      {whole.state === 'NOT_FILED' && !whole.filingNotice?.noticeNumber && mayReview && (
        <Button type="primary" onClick={() => setServing(true)}>
          {t('filingNotice.title')}
        </Button>
      )}
      {whole.state === 'NOT_FILED' && whole.filingNotice?.noticeNumber && (
        <span>{t('filingNotice.served', {number: whole.filingNotice.noticeNumber})}</span>
      )}
      {serving && <NoticeDialog whole={whole} onClose={() => setServing(false)} />}
      <ProblemNotice failure={act.error} />
    </div>
  );
}
