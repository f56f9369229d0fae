import {useQueryClient} from '@tanstack/react-query';
import {Button} from 'antd';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {useAct} from '@/shared/useAct';
import {uuid} from '@/shared/uuid';
import {ReasonDialog} from '../orders/ReasonDialog';
import {BANKS, RouteDialog} from '../orders/RouteDialog';
import orders from '../orders/orders.module.css';
import {type Lookup, type LookupAct, possible} from './possible';

/**
 * What an officer does where a lookup does not go on by itself. No etag: its state decides whether that still fits, and a
 * clock that fires meanwhile must not refuse it.
 */
export function LookupActions({caseId, lookup}: {caseId: string; lookup: Lookup}) {
  const {t} = useTranslation('cases');
  const queries = useQueryClient();
  const [act, setAct] = useState<LookupAct | null>(null);
  const acts = possible(lookup);
  const params = {path: {id: lookup.id ?? ''}};
  const refresh = () => void queries.invalidateQueries({queryKey: ['lookup', caseId]});
  const consent = useAct(
    (_: null, requestId) => answer(api.POST('/v1/accountQueries/{id}:recordConsent', {params, body: {requestId}})),
    refresh,
  );
  if (acts.length === 0) return null;
  const close = () => {
    setAct(null);
    refresh();
  };
  const body = (reason: string) => ({reason, requestId: uuid()});
  return (
    <div className={`${orders.acts} no-print`}>
      {acts.map((each) => (
        <Button
          key={each}
          size="small"
          type={each === 'recall' ? 'default' : 'primary'}
          loading={each === 'consent' && consent.isPending}
          onClick={() => (each === 'consent' ? consent.mutate(null) : setAct(each))}
        >
          {t(`lookup.act.${each}`)}
        </Button>
      ))}
      <ProblemNotice failure={consent.error} onRetry={() => consent.mutate(null)} />
      {act === 'route' && (
        <RouteDialog
          caseId={caseId}
          title={t('lookup.act.route')}
          kinds={BANKS}
          onClose={close}
          onRoute={(institution) =>
            answer(api.POST('/v1/accountQueries/{id}:route', {params, body: {institution, requestId: uuid()}}))
          }
        />
      )}
      {act === 'follow' && (
        <ReasonDialog
          caseId={caseId}
          title={t('lookup.act.follow')}
          note={t('lookup.followNote')}
          onClose={close}
          onGive={(reason) => answer(api.POST('/v1/accountQueries/{id}:followOnward', {params, body: body(reason)}))}
        />
      )}
      {act === 'recall' && (
        <ReasonDialog
          caseId={caseId}
          title={t('lookup.act.recall')}
          onClose={close}
          onGive={(reason) => answer(api.POST('/v1/accountQueries/{id}:recall', {params, body: body(reason)}))}
        />
      )}
    </div>
  );
}
