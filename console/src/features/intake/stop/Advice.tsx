import {useQuery} from '@tanstack/react-query';
import {useTranslation} from 'react-i18next';
import {type Schema, answer, api} from '@/api/client';
import {useCell} from '../draft/useDraft';
import {FRAUD_TYPES} from '../form/choices';
import {saidOf} from '@/shared/language';
import styles from './stop.module.css';

/** 受害人须知: what the victim must do meanwhile, to be read out. */
export function Advice() {
  const fraudType = useCell('fraudType').text;
  const {t, i18n} = useTranslation('intake');
  const known = FRAUD_TYPES.find((each): each is Schema<'casefile.v1.FraudType'> & typeof each => each === fraudType);
  const advice = useQuery({
    queryKey: ['advice', known ?? ''],
    staleTime: Infinity,
    queryFn: ({signal}) => answer(api.GET('/v1/advice', {params: {query: known ? {fraudType: known} : {}}, signal})),
  });
  const text = i18n.language === 'en' ? advice.data?.en : advice.data?.zh;
  if (!text) return null;
  return (
    <section className={styles.advice} aria-label={t('advice.title')}>
      <h2>
        {text.title ? saidOf(t('advice.title'), text.title, i18n.language) : t('advice.title')}
      </h2>
      <ul>
        {[...(text.forType ?? []), ...(text.forAll ?? [])].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
