import {Card} from 'antd';
import {useTranslation} from 'react-i18next';
import {answer, api} from '@/api/client';
import {useAct} from '@/shared/useAct';
import {LookupForm} from './LookupForm';
import {EMPTY_LOOKUP, type Found, type Lookup} from './lookupText';

/** The answer to a lookup in hand. */
export function LookupFirst({id, onAnswered}: {id: string; onAnswered: (lookup: Lookup) => void}) {
  const {t} = useTranslation('bank');
  const params = {path: {id}};
  const act = useAct((found: Found, requestId) => {
    if ('payee' in found) {
      const body = {found: found.payee, requestId};
      return answer(api.POST('/v1/accountQueries/{id}:recordPayee', {params, body}));
    }
    if ('onward' in found) {
      const body = {found: found.onward, requestId};
      return answer(api.POST('/v1/accountQueries/{id}:recordOnward', {params, body}));
    }
    const body = {found: found.nothing, requestId};
    return answer(api.POST('/v1/accountQueries/{id}:recordUnable', {params, body}));
  }, onAnswered);
  return (
    <Card size="small" title={t('answer.title')}>
      <LookupForm begin={EMPTY_LOOKUP} act={act} send={t('lookup.send')} />
    </Card>
  );
}
