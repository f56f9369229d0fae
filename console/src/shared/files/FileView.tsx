import {useEffect, useState} from 'react';
import {ProblemNotice} from '@/shared/problem/ProblemNotice';
import styles from './files.module.css';

/** A file as the contract lists it. */
export interface StoredFile {
  number?: number;
  contentType?: string;
}

/** Whose page keeps a file open. */
export interface FileView<Kind extends StoredFile> {
  show: (file: Kind) => void;
  save: (file: Kind) => void;
  opened: {file: Kind; url: string} | null;
  failure: unknown;
}

/** How long a download may take to leave the page's memory. */
const SAVE_MS = 10_000;

/** Opens and saves files. Each opening is in the audit log, so nothing opens by itself. */
export function useFileView<Kind extends StoredFile>(
  load: (file: Kind) => Promise<Blob>,
  named: (file: Kind) => string,
): FileView<Kind> {
  const [opened, setOpened] = useState<{file: Kind; url: string} | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => () => {
    if (opened) URL.revokeObjectURL(opened.url);
  }, [opened]);
  const fetched = (file: Kind, then: (url: string) => void) => {
    setFailure(null);
    load(file).then(
      (blob) => then(URL.createObjectURL(new Blob([blob], {type: file.contentType ?? 'application/octet-stream'}))),
      setFailure,
    );
  };
  return {
    opened,
    failure,
    show: (file) => fetched(file, (url) => setOpened({file, url})),
    save: (file) =>
      fetched(file, (url) => {
        const link = document.createElement('a');
        link.href = url;
        link.download = named(file);
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), SAVE_MS);
      }),
  };
}

/** The file that is open, or why it could not be. */
export function Opened<Kind extends StoredFile>({view, named}: {view: FileView<Kind>; named: (file: Kind) => string}) {
  const {opened} = view;
  return (
    <>
      <ProblemNotice failure={view.failure} />
      {opened &&
        (opened.file.contentType === 'application/pdf' ? (
          <iframe className={styles.preview} src={opened.url} title={named(opened.file)} />
        ) : (
          <img className={styles.preview} src={opened.url} alt={named(opened.file)} />
        ))}
    </>
  );
}
