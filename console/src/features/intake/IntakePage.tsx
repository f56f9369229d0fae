import {useMutation, useQueryClient} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {useHref, useNavigate} from 'react-router';
import {answer, api} from '@/api/client';
import {serverTime} from '@/shared/clock/serverTime';
import {Button} from '@/shared/plain/Button';
import {Notice} from '@/shared/plain/Notice';
import {Waiting} from '@/shared/plain/Waiting';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import {uuid} from '@/shared/uuid';
import type {DraftStore} from './draft/DraftStore';
import {DraftContext, useMeta, useOpenDraft, useStore} from './draft/useDraft';
import {Contacts} from './form/Contacts';
import {StoryPart, VictimPart} from './form/People';
import {Transfers, focusRow} from './form/Transfers';
import {PasteBox} from './paste/PasteBox';
import {SaveLine} from './SaveLine';
import {Advice} from './stop/Advice';
import {Outcome} from './stop/Outcome';
import {ReviewDialog} from './stop/ReviewDialog';
import {type Review, review} from './stop/review';
import {Summary} from './stop/Summary';
import {keepReach, useOrdered} from './stop/useOrdered';
import styles from './intake.module.css';

/** The page on which a report is taken: the money first, everything else while the stop is on its way. */
export function IntakePage({id}: {id: string}) {
  const {store, failure} = useOpenDraft(id);
  if (store === null)
    return failure === null ? <Waiting wide /> : <ProblemNotice failure={failure} />;
  return (
    <DraftContext.Provider value={store}>
      <Form />
    </DraftContext.Provider>
  );
}

function Form() {
  const store = useStore();
  const id = useMeta((meta) => meta.id);
  const state = useMeta((meta) => meta.state);
  const caseId = useMeta((meta) => meta.caseId);
  const {t} = useTranslation('intake');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [looking, setLooking] = useState<Review | null>(null);
  const ordered = useOrdered(caseId);
  const stop = useStop(store, () => setLooking(null));
  const file = useMutation({
    mutationFn: async () => {
      await store.flush();
      const id = store.read().id;
      return answer(api.POST('/v1/drafts/{id}:file', {params: {path: {id}}, body: {urgent: false, requestId: uuid()}}));
    },
    onSuccess: (filed) => {
      store.closed('DRAFT_FILED', filed.id ?? '');
      queries.setQueryData(['case', filed.id], filed);
      void navigate(`/cases/${filed.id}`);
    },
  });
  const open = () => setLooking(review(store.read().transfers, store.cell, new Date(serverTime.now()), ordered));
  useFirstRow(store);
  useKeys(store, open);
  useOwnAddress(id);
  const closed = state !== 'OPEN' && state !== 'CASE_OPENED';
  return (
    <div className={styles.page}>
      <form className={styles.form} aria-label={t('title')} onSubmit={(event) => event.preventDefault()}>
        <h1 className={styles.unseen}>{t('title')}</h1>
        {closed && <Notice type="info" title={t(`draftState.${state}`)} />}
        <Part number={1} title={t('part.transfers')}>
          <PasteBox />
          <Transfers />
        </Part>
        <Part number={2} title={t('part.victim')}>
          <VictimPart />
        </Part>
        <Part number={3} title={t('part.story')}>
          <StoryPart />
        </Part>
        <Part number={4} title={t('part.contacts')}>
          <Contacts />
        </Part>
      </form>
      <aside className={styles.rail} aria-label={t('rail')} tabIndex={0}>
        {caseId !== '' && <Outcome caseId={caseId} />}
        <Summary />
        <Advice />
      </aside>
      <footer className={`${styles.bar} no-print`}>
        <SaveLine />
        <ProblemNotice failure={file.error} onRetry={() => file.mutate()} />
        <Button size="large" disabled={closed} busy={file.isPending} onClick={() => file.mutate()}>
          {t(caseId === '' ? 'action.fileOnly' : 'action.finish')}
        </Button>
        <Button tone="danger" size="large" disabled={closed} className={styles.stop} onClick={open}>
          {t(caseId === '' ? 'action.stop' : 'action.stopMore')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </footer>
      {looking && (
        <ReviewDialog
          review={looking}
          working={stop.isPending}
          failure={stop.error}
          onStop={() => stop.mutate()}
          onClose={() => {
            stop.reset();
            setLooking(null);
          }}
        />
      )}
    </div>
  );
}

function Part({number, title, children}: {number: number; title: string; children: React.ReactNode}) {
  return (
    <section className={styles.part} aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        {title} <kbd>Alt+{number}</kbd>
      </h2>
      {children}
    </section>
  );
}

/** Everything typed is saved first; a repeat carries the same id, so that it stops nothing twice. */
function useStop(store: DraftStore, onDone: () => void) {
  const queries = useQueryClient();
  const [requestId, setRequestId] = useState(uuid);
  return useMutation({
    mutationFn: async () => {
      await store.flush();
      const id = store.read().id;
      return answer(api.POST('/v1/drafts/{id}:stop', {params: {path: {id}}, body: {requestId}}));
    },
    onSuccess: (opened) => {
      setRequestId(uuid());
      keepReach(queries, opened);
      queries.setQueryData(['case', opened.id], opened);
      store.closed('CASE_OPENED', opened.id ?? '');
      onDone();
    },
  });
}

/** A report without a payment is rare: the first row stands open. */
function useFirstRow(store: DraftStore): void {
  useEffect(() => {
    if (store.read().transfers.length === 0 && store.read().id === '') focusRow(store.addRow('transfers'));
  }, [store]);
}

function useKeys(store: DraftStore, open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.key === 'Enter') {
        event.preventDefault();
        open();
        return;
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const part = /^Digit([1-4])$/.exec(event.code)?.[1];
      if (part !== undefined) {
        const section = document.getElementById(`part-${part}`)?.closest('section');
        section?.scrollIntoView({block: 'start'});
        const first = section?.querySelector<HTMLElement>('input, textarea, select') ?? section?.querySelector('button');
        first?.focus({preventScroll: true});
      } else if (event.code === 'KeyT') {
        focusRow(store.addRow('transfers'));
      } else if (event.code === 'KeyC') {
        focusRow(store.addRow('contacts'));
      } else {
        return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

/** The draft has got its id: a reload comes back to it. */
function useOwnAddress(id: string): void {
  const nameless = useHref('/intake/new');
  const own = useHref(`/intake/${id}`);
  useEffect(() => {
    if (id !== '' && window.location.pathname === nameless) window.history.replaceState(window.history.state, '', own);
  }, [id, nameless, own]);
}
