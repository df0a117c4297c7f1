import { Component, type ReactNode } from "react";
import { FailedPage } from "./failed-page";

export interface ErrorBoundaryProps {
  /** When it changes, what failed is tried again: the address. */
  resetKey: string;
  children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly shownKey: string;
}

/** In place of what could not be drawn, until the reader goes elsewhere. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, shownKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    { shownKey }: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return resetKey === shownKey ? null : { error: null, shownKey: resetKey };
  }

  override render() {
    return this.state.error === null ? this.props.children : <FailedPage error={this.state.error} />;
  }
}
