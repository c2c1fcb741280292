internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Ends the connection of a client that asks for a tunnel or for another protocol, once it is answered.
///
/// What comes behind such a request is no HTTP to the parser, so nothing more would ever be answered.
final class TunnelRefusal: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var isLast = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data),
            head.method == .connect || head.headerFields[.upgrade] != nil
        else { return context.fireChannelRead(data) }
        isLast = true
        // After such a request the server closes the connection.
        head.headerFields[.connection] = "close"
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    func write(
        context: ChannelHandlerContext,
        data: NIOAny,
        promise: EventLoopPromise<Void>?
    ) {
        guard isLast, case .head(var head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        head.headerFields[.connection] = "close"
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
