import { Component } from 'preact'

/** A component that is drawn again only when one of its own properties is another. It must not read signals itself. */
export abstract class Pure<Props extends object> extends Component<Props> {
  override shouldComponentUpdate(next: Readonly<Props>): boolean {
    return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name])
  }
}
