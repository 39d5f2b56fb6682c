package org.milesbot.api.web;

/** How something is asked for. */
public enum WebMethod {
    /** To be shown something; changes nothing. The host answers HEAD from it. */
    GET,
    /** To have something done: a form of one of the host's own pages. The host refuses forms of other sites. */
    POST
}
