package org.hearten.people;

import org.hearten.web.Refusal;
import org.springframework.http.HttpStatus;

/** Nobody is signed in: the person is led to the sign-in page and back. */
final class SignInFirst extends Refusal {
    SignInFirst() {
        super(HttpStatus.UNAUTHORIZED, "people.sign-in-first");
    }
}
