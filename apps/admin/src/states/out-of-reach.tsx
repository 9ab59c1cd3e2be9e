import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { ProblemNote } from "./problem-note.tsx";

type State = { cause: unknown };

class Boundary extends Component<{ children: ReactNode; onAgain: () => void }, State> {
  override state: State = { cause: null };

  static getDerivedStateFromError(cause: unknown): State {
    return { cause };
  }

  override render() {
    if (this.state.cause === null) return this.props.children;
    const again = () => {
      this.props.onAgain();
      this.setState({ cause: null });
    };
    return <ProblemNote cause={this.state.cause} onAgain={again} />;
  }
}

/** A page that could not be shown says so in its place, and the menu stays. Another address is another try. */
export function OutOfReach({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname} onAgain={reset}>
      {children}
    </Boundary>
  );
}
