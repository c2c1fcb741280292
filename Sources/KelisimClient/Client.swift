internal import AsyncHTTPClient
internal import NIOCore
