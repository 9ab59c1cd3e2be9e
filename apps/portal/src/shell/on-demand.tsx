import { Component, type ReactNode, Suspense } from "react";
import type { Page } from "../router.tsx";
import { texts } from "../texts.ts";
import { PageFrame } from "./page-frame.tsx";

type OnDemandProps = { page: Page | null; children: ReactNode };

function Waiting({ page, children }: OnDemandProps) {
  return (
    <PageFrame page={page} title={page === null ? texts.titles.notFound : texts.titles[page]} className="reading">
      {children}
    </PageFrame>
  );
}

/** Pages that are fetched when they are first shown: what is seen until they are here, and when they do not come. */
export class OnDemand extends Component<OnDemandProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: OnDemandProps): void {
    if (this.state.failed && before.page !== this.props.page) this.setState({ failed: false });
  }

  override render(): ReactNode {
    const { page, children } = this.props;
    if (this.state.failed) {
      return (
        <Waiting page={page}>
          <div className="notice" role="alert">
            <p>{texts.site.notOpened}</p>
            <button type="button" className="button" onClick={() => window.location.reload()}>
              {texts.trouble.loadAgain}
            </button>
          </div>
        </Waiting>
      );
    }
    const waiting = (
      <Waiting page={page}>
        <p className="quiet" role="status">
          {texts.site.opening}
        </p>
      </Waiting>
    );
    return <Suspense fallback={waiting}>{children}</Suspense>;
  }
}
